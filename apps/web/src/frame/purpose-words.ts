// Purposes of use in words, from core's one list.
import { isPurpose, purposeLabels } from '@anwang/core/access';
import { language } from '../words/index.ts';

/** A purpose in the language of the screen; an unknown one as it is. */
export function purposeWord(purpose: string): string {
  if (!isPurpose(purpose)) return purpose;
  return language() === 'en' ? purposeLabels[purpose].en : purposeLabels[purpose].zh;
}
