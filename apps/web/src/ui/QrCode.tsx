// A text as a QR code, to be read by the camera of a telephone: dark on white in either theme, with the quiet edge that readers need.
import { encode } from 'uqr';
import styles from './QrCode.module.css';

/** The picture. @param label says to screen readers what is in it, not its content */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
