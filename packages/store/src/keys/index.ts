export { type BlindForm, blind, blindAll, blindUnderEach, maskings, nearForms } from './blind-index.ts';
export { newKeyRing, openKeyFile, withNewKey, withoutKey, writeKeyFile } from './key-file.ts';
export { keyObject } from './key-object.ts';
export { currentKey, type KeyRing, type KeyUse, keyById } from './key-ring.ts';
export { openWithRing, sealWithRing } from './ring-seal.ts';
export { rotateMaster } from './rotate-master.ts';
export { ErasedError, type RecordClass, SubjectKeys } from './subject-keys.ts';
