// exports: tables that leave the house. Words: cell, file.
export * from './csv.ts';
