// How is a draft kept on the device? AES-GCM under a key that the server gives for this session only and that is never written down here:
// after sign-out or on another account the bytes cannot be read by anybody.

/** A sealed draft, as kept on the device. */
export type Sealed = { iv: string; data: string };

const encode = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const decode = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The session's key, not extractable. @param base64url 32 bytes as the server sends them */
export function importKey(base64url: string): Promise<CryptoKey> {
  const bytes = decode(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Seals a value for the device. @param name the draft's name, bound into the seal so that drafts cannot be swapped */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }, key, plain);
  let binary = '';
  for (const byte of new Uint8Array(data)) binary += String.fromCharCode(byte);
  return { iv: encode(iv), data: btoa(binary) };
}

/** Opens a sealed value; undefined when the key is another one or the bytes were touched. */
export async function unseal(key: CryptoKey, name: string, sealed: Sealed): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: decode(sealed.iv), additionalData: new TextEncoder().encode(name) },
      key,
      decode(sealed.data),
    );
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
