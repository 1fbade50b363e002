// The reference of the API, made accessible, and kept within the policy of this page.

// The reference shows the Markdown of openapi.yaml by innerHTML, having cleaned it.  As the page asks for trusted types,
// each such text passes here once more, and only plain elements of text get through: the browser refuses any other.
const PLAIN = new RegExp([
  '</?(?:p|br|hr|em|strong|code|pre|ul|ol|li|h[1-6]|blockquote|table|thead|tbody|tr|th|td)(?: class="[\\w -]*")? ?/?>',
  '<a(?: href="(?:https?:|#|\\.{0,2}/)[^"<>]*"| (?:target|rel|title)="[^"<>]*")*>',
  '</a>',
].join('|'), 'g');
const isPlain = (html) => !html.replace(PLAIN, '').includes('<');
window.trustedTypes?.createPolicy('default', { createHTML: (html) => (isPlain(html) ? html : null) });

const root = new URL('.', location.href).href.replace(/\/$/, '');

/// A button must hold no link: paths and tags are plain text, and the headings open and close as before.
const plainHeadings = ({ React }) => ({ components: { DeepLink: ({ text }) => React.createElement('span', null, text) } });

/// Requests go to the service that sent the page, under whatever name it is reached; the policy allows no other.
const askHere = () => ({
  statePlugins: { spec: { wrapActions: {
    updateJsonSpec: (update) => (spec) => update({ ...spec, servers: [{ url: root, description: 'This service' }] }),
  } } },
});

const NAMES = {
  '#servers': 'Server', '.examples-select-element': 'Example', '.body-param__text': 'Request body', '.content-type': 'Media type',
  '.parameters-col_description input': 'Value', '.parameters-col_description select': 'Value',
  '.parameters-col_description textarea': 'Value', 'select:not([aria-label])': 'Choice', 'input:not([aria-label])': 'Value',
};

const LEVELS = { 'h3.opblock-tag': 2, '.models > h4': 2, '.opblock-title': 3, '.responses-inner h4': 4, '.responses-inner h5': 5 };

/// Names fields that have none, lets keys scroll what is too wide, and leaves no level out between headings.
function mend() {
  for (const [selector, name] of Object.entries(NAMES))
    for (const field of document.querySelectorAll(selector)) {
      const row = field.closest('[data-param-name]')?.dataset.paramName;
      if (!field.hasAttribute('aria-label')) field.setAttribute('aria-label', row ? `${name} of ${row}` : name);
    }
  for (const [selector, level] of Object.entries(LEVELS))
    for (const heading of document.querySelectorAll(selector)) heading.ariaLevel = String(level);
  for (const box of document.querySelectorAll('pre, .table-container, .model-box')) if (!box.hasAttribute('tabindex')) box.tabIndex = 0;
}

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();
new MutationObserver(mend).observe(document.getElementById('reference'), { childList: true, subtree: true });
SwaggerUIBundle({
  url: 'openapi.yaml', dom_id: '#reference', deepLinking: true, validatorUrl: null, plugins: [plainHeadings, askHere],
  defaultModelsExpandDepth: 0, tryItOutEnabled: false,
});
