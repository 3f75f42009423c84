// Attachments: uploaded by the place that holds the form, named here by their ids.
import { createContext, useContext } from 'react';
import { CheckList } from '../ui/inputs.tsx';
import { frameOf } from './frame.ts';
import type { FieldModule, InputProps } from './kind.ts';

/** The attachments a form may name. */
export const FilesOfForm = createContext<readonly { id: string; name: string }[]>([]);

function ids(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function Input(props: InputProps) {
  const known = useContext(FilesOfForm);
  return (
    <CheckList
      {...frameOf(props)}
      value={ids(props.value)}
      choices={known.map((file) => ({ value: file.id, label: file.name }))}
      onChange={(next) => props.onChange(next.length > 0 ? next : undefined)}
    />
  );
}

/** Fields of kind files. */
export const files: FieldModule = { Input, text: (_field, value) => String(ids(value).length) };
