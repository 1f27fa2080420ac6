import { describe } from 'vitest';
import { useStore } from '../contract/subject.js';
import type { NewPlace } from '../helpers/stores.js';
import { candidateProperties } from './candidates.js';
import { commonProperties } from './common.js';
import { contradictionProperties } from './contradictions.js';
import { cooperationProperties } from './cooperation.js';
import { diffusionProperties } from './diffusion.js';
import { fragilityProperties } from './fragility.js';
import { judgedProperties } from './judged.js';
import { lineageProperties } from './lineage.js';
import { neighbourhoodProperties } from './neighbourhood.js';
import { pathsProperties } from './paths.js';
import { searchProperties } from './search.js';
import { timelineProperties } from './timeline.js';

/** All that the questions promise, for stores at places of their own. `share` lessens the effort where a store is slow. */
export function questionProperties(name: string, newPlace: NewPlace): void {
  describe(`questions to ${name}`, () => {
    const subject = useStore(newPlace);
    lineageProperties(subject, 700);
    timelineProperties(subject, 300);
    contradictionProperties(subject, 200);
    neighbourhoodProperties(subject, 700);
    pathsProperties(subject, 700);
    commonProperties(subject, 300);
    cooperationProperties(subject, 200);
    diffusionProperties(subject, 100);
    fragilityProperties(subject, 100);
    judgedProperties(subject, 600);
    searchProperties(subject, 200);
    candidateProperties(subject, 300);
  });
}
