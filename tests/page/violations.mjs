// What axe finds against WCAG 2.2 AA on a page.
import { AxeBuilder } from '@axe-core/playwright';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/// A text for each fault; of `more` tags, too.
export async function violations(page, more = ['best-practice']) {
  const { violations: found } = await new AxeBuilder({ page }).withTags([...WCAG, ...more]).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join('\n')}`);
}
