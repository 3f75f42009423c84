// Which comparisons of the Taiwan shelf does the online matcher use? The same as the batch: one joint comparison of names, one of birth dates.

import { findComparison } from '@anwang/linkage/roles';

export const FULL_NAME = findComparison('zh-TW/full-name');
export const BIRTH_DATE = findComparison('zh-TW/birth-date');
