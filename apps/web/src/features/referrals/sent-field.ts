// The fields that went with a referral, for whoever receives it: some were sent as codes and are said in words here.
import { type Band, bandWord } from '../../ui/Ladder.tsx';
import { m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords } from '../../words/label.ts';
import { sexWord } from '../../words/person.ts';

const bands: readonly Band[] = ['low', 'medium', 'high', 'extreme'];

/** The value of a sent field in words; what is no code stays as it was sent. */
export function useSentFieldWords(): (field: string, value: string) => string {
  const word = useConceptWords();
  const district = useDistrictWords();
  return (field, value) => {
    const band = bands.find((each) => each === value);
    if (field === 'risk' && band) return bandWord(band);
    if (field === 'sex') return sexWord(value);
    if (field === 'district') return district(value);
    if (field !== 'needs') return value;
    return value
      .split('、')
      .map((each) => word(each, 'need'))
      .join(m.list_mark());
  };
}
