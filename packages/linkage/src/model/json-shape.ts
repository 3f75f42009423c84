// Does a value have the shape that a JSON Schema states? Only the words of the schema language that our models need (draft 2020-12).

export interface Shape {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly description?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const hasType = (value: unknown, type: NonNullable<Shape['type']>): boolean => {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return Number.isInteger(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
};

/** Says what is wrong, as "path: complaint"; undefined if nothing is. */
export const misshapen = (value: unknown, shape: Shape, path = 'model'): string | undefined => {
  if (shape.anyOf !== undefined) {
    const complaints = shape.anyOf.map((one) => misshapen(value, one, path));
    return complaints.includes(undefined) ? undefined : complaints.at(-1);
  }
  if (shape.enum !== undefined && !shape.enum.includes(value)) return `${path}: must be one of ${shape.enum.join(', ')}`;
  if (shape.type !== undefined && !hasType(value, shape.type)) return `${path}: must be ${shape.type}`;
  if (typeof value === 'number') {
    if (shape.minimum !== undefined && value < shape.minimum) return `${path}: must be at least ${shape.minimum}`;
    if (shape.maximum !== undefined && value > shape.maximum) return `${path}: must be at most ${shape.maximum}`;
  }
  if (Array.isArray(value)) {
    const found = value
      .map((item, i) => misshapen(item, shape.prefixItems?.[i] ?? shape.items ?? {}, `${path}[${i}]`))
      .find((c) => c !== undefined);
    return found ?? (shape.prefixItems !== undefined && value.length < shape.prefixItems.length ? `${path}: too short` : undefined);
  }
  if (!isObject(value)) return undefined;
  const lacking = shape.required?.find((key) => !(key in value));
  if (lacking !== undefined) return `${path}: ${lacking} is missing`;
  for (const [key, item] of Object.entries(value)) {
    const found = misshapen(item, shape.properties?.[key] ?? shape.additionalProperties ?? {}, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
};
