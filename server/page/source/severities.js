// The four severities, worst first, and their words.

export const SEVERITIES = ['contraindicated', 'major', 'moderate', 'minor'];
export const WORD = { contraindicated: 'Contraindicated', major: 'Major', moderate: 'Moderate', minor: 'Minor' };
