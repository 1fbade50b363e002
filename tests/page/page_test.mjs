// Uses the page in a browser: node --test page_test.mjs
import { after, before } from 'node:test';

import { start, stop } from './browser.mjs';

import './cases/alert_rows.mjs';
import './cases/fragment.mjs';
import './cases/latest.mjs';
import './cases/paste.mjs';
import './cases/verdict.mjs';
import './cases/assets.mjs';
import './cases/accessibility.mjs';
import './cases/entering.mjs';
import './cases/keyboard.mjs';
import './cases/unchecked.mjs';
import './cases/alerts.mjs';
import './cases/printing.mjs';
import './cases/address.mjs';
import './cases/service_gone.mjs';
import './cases/rule_pages.mjs';
import './cases/docs.mjs';

before(start);
after(stop);
