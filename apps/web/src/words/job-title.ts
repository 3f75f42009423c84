// Titles of posts. An account carries its title as the county wrote it, in Chinese; those that are customary in the field have an English name here.
import { useCallback } from 'react';
import { useLanguage } from './locale.ts';

const english: Readonly<Record<string, string>> = {
  專線受理人員: 'Hotline operator',
  篩派案專員: 'Screening officer',
  派案複核督導: 'Reviewing supervisor',
  派案仲裁: 'Arbiter',
  研考人員: 'Research and evaluation officer',
  個資稽核: 'Data protection auditor',
  縣市系統管理: 'County administrator',
  資料管理: 'Data steward',
  局處首長: 'Head of bureau',
  網絡單位窗口: 'Network contact',
  社工督導: 'Supervisor',
  督導: 'Supervisor',
  主責社工: 'Caseworker',
  社工師: 'Social worker',
  社工員: 'Social worker',
};

/** A title in the language of the screen; one that is not customary stays as it was written. */
export function useJobTitle(): (title: string | null | undefined) => string {
  const language = useLanguage();
  return useCallback((title) => (title ? (language === 'en' ? (english[title] ?? title) : title) : ''), [language]);
}
