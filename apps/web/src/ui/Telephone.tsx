// A telephone number as it is written, to be dialled with a touch where the device can.
import { formatTelephone } from '@anwang/core/identity';

/** The number; `of` says whose it is to those who hear the page. */
export function Telephone({ number, of }: { number: string; of?: string | undefined }) {
  const shown = formatTelephone(number);
  return (
    <a className="nw" href={`tel:${number.replace('#', ',')}`} aria-label={of ? `${of} ${shown}` : undefined}>
      {shown}
    </a>
  );
}
