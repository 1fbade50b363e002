// A rules directory that is read in no time, for tests that start the service very often.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const origins = { own: 'by hand' };
const origin = ['own'];
const ingredient = (key) => ({ key, name: key, rxnorm: [], atc: [], synonyms: [], origin });
const between = [{ ingredient: 'baclofen' }, { ingredient: 'phenelzine' }];
const FILES = {
  'release.json': { version: '2026.11.1', date: '2026-11-22' },
  'terminology/ingredients.json': { origins, ingredients: [ingredient('baclofen'), ingredient('phenelzine')] },
  'terminology/products.json': { origins, products: [] },
  'terminology/classes.json': { origins, classes: [] },
  'terminology/effects.json': { effects: [{ key: 'cns-depression', name: 'CNS depression' }] },
  'terminology/conditions.json': { conditions: [] },
  'terminology/routes.json': { routes: [] },
  'terminology/order-words.json': { salts: [], forms: [], units: [], directions: [], makers: [], supplies: [] },
  'terminology/abbreviations.json': { origins, abbreviations: [] },
  'terminology/look-alikes.json': { origins, look_alikes: [] },
  'baclofen/pack.json': {
    id: 'baclofen', version: '1.0.0', title: 'Baclofen', licence: 'own', reviewed: { by: 'nobody', on: '2026-11-22' },
    sources: [{ id: 'D3', title: 'Baclofen, systemic', publisher: '', date: '2015-05', location: 'd3.txt' }],
  },
  'baclofen/interactions.json': {
    interactions: [{
      id: 'baclofen-phenelzine', between, severity: 'major', effects: ['cns-depression'], management: 'Take care.',
      evidence: [{ source: 'D3', section: 'Interactions', states: 'Care.' }],
    }],
  },
  'baclofen/precautions.json': { precautions: [] },
  'baclofen/examples.json': { examples: [{
    description: 'the pair', question: { medications: ['baclofen', 'phenelzine'] },
    expect: { interactions: [{ rules: { 'baclofen-phenelzine': 'major' }, medications: [0, 1] }] },
  }] },
};

/// Writes it into `directory`, which is made.
export function writeFewRules(directory) {
  for (const [file, content] of Object.entries(FILES)) {
    mkdirSync(path.join(directory, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(directory, file), JSON.stringify({ schema: 1, ...content }));
  }
  return directory;
}
