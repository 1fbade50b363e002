// One browser, and pages in it that are watched.
import assert from 'node:assert/strict';

import { chromium } from 'playwright-core';

import { Service } from '../service/service.mjs';

export const SIZES = { desk: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

/// The instance that all cases share.
export const service = new Service();
let browser;

export async function start() {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  await service.start();
}

export async function stop() {
  await browser?.close();
  await service.stop();
}

/// "d=…&n=…" of names; one that begins with "+" is new.
export const fragment = (names, more = {}) => new URLSearchParams([
  ...names.map((name) => (name.startsWith('+') ? ['n', name.slice(1)] : ['d', name])), ...Object.entries(more)]).toString();

/// Opens an address of the service and lends it to `use(page, faults)`; fails on anything that the browser complains about,
/// such as what the policy forbids.  `faults`: the complaints so far.
export async function withAddress(path, use, { size = SIZES.desk, dark = false, url = service.url, permissions = [] } = {}) {
  const context = await browser.newContext({ viewport: size, colorScheme: dark ? 'dark' : 'light', permissions, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const faults = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript(() => addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`)));
    await page.goto(url + path);
    await use(page, faults);
    assert.deepEqual(faults, [], 'the browser complains');
  } finally {
    await context.close();
  }
}

/// The same with the page at /, once it shows what is known of this list.
export function withPage(use, { list = [], more = {}, ...options } = {}) {
  return withAddress(`/#${fragment(list, more)}`, async (page, faults) => {
    await page.locator('#drug').waitFor();
    if (list.length) await settled(page);
    await use(page, faults);
  }, options);
}

/// Resolves when the answer on the page is about what is entered.
export const settled = (page) => page.locator('.results[aria-busy=false]').waitFor();

/// What a reader sees of a part of the page.
export const text = (page, selector) => page.locator(selector).innerText();

/// The texts of all parts that match.
export const texts = (page, selector) => page.locator(selector).allInnerTexts();

export const EIGHT = ['baclofen 10 mg tid', '+phenelzine', 'amitriptyline 25 mg nocte', 'diazepam', 'metfromin', 'lisinopril', 'carbidopa', 'Elsewherol drops'];
export const OLD_KIDNEYS = { age: '78', condition: 'renal impairment' };
