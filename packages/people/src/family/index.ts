export { cutHidden, inView, type Sides } from './cut.ts';
export { generations } from './generations.ts';
export type * from './graph.ts';
export { type FamilyPicture, familyPicture, type PicturePerson, type PictureView } from './picture.ts';
export { type FamilyWarning, familyWarnings, WARNING_WORDS, type WarningCode } from './warnings.ts';
