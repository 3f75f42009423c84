// One call of `linkage`, from its words to its exit code. Problems become a sentence; only bugs show a stack.

import { LinkageProblem, wordsOf } from '../io/index.ts';
import { LOCALES } from '../roles/index.ts';
import { askCommand } from './ask.ts';
import { evaluateCommand } from './evaluate.ts';
import { explainCommand } from './explain.ts';
import { helpText, VERBS, type Verb } from './help.ts';
import { languageOption, readOptions, type Values } from './options.ts';
import { profileCommand } from './profile.ts';
import { runLinkageCommand } from './run-linkage.ts';
import { scoreCommand } from './score.ts';
import { EXIT, type Manner, type Session, say } from './session.ts';
import { updateCommand } from './update.ts';
import { VERSION } from './version.ts';

type Run = (session: Session, manner: Manner, words: readonly string[], values: Values) => Promise<void>;

const RUN: Readonly<Record<Verb, Run>> = {
  dedupe: (session, manner, _, values) => runLinkageCommand(session, manner, 'dedupe', values),
  link: (session, manner, _, values) => runLinkageCommand(session, manner, 'link', values),
  profile: profileCommand,
  evaluate: (session, manner, _, values) => evaluateCommand(session, manner, values),
  explain: explainCommand,
  score: (session, manner, _, values) => scoreCommand(session, manner, values),
  update: (session, manner, _, values) => updateCommand(session, manner, values),
  ask: (session, manner, _, values) => askCommand(session, manner, values),
};

const isVerb = (word: string | undefined): word is Verb => VERBS.some((verb) => verb === word);

/** The language asked for, even on a command line that cannot be read otherwise. */
const mannerOf = (args: readonly string[]): Manner => {
  const askedFor = (option: string): string | undefined => {
    const at = args.findIndex((a) => a === option || a.startsWith(`${option}=`));
    if (at < 0) return undefined;
    return args[at]!.includes('=') ? args[at]!.slice(option.length + 1) : args[at + 1];
  };
  const asked = askedFor('--language') ?? askedFor('--locale');
  return { language: LOCALES.find((l) => l === asked) ?? 'zh-TW', json: args.includes('--json'), quiet: args.includes('--quiet') };
};

const tell = (error: unknown, session: Session, manner: Manner): number => {
  if (error instanceof LinkageProblem) {
    const words = wordsOf(error.problem);
    if (manner.json) session.out(`${JSON.stringify({ error: { code: error.problem.code, ...words } })}\n`);
    else session.err(`${say(words, manner)}\n`);
    return ['disk-full', 'out-of-memory', 'no-engine'].includes(error.problem.code) ? EXIT.world : EXIT.input;
  }
  if (session.signal.aborted) return EXIT.interrupted;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  session.err(
    `${say({ zh: '程式出錯，這不是你的輸入造成的。請回報以下內容：', en: 'The program failed, and not by your input. Please report what follows:' }, manner)}\n${text}\n`,
  );
  return EXIT.bug;
};

/** Runs one command line; returns its exit code. */
export const runCommand = async (args: readonly string[], session: Session): Promise<number> => {
  const manner = mannerOf(args);
  try {
    const { values, words } = readOptions(args);
    const checked: Manner = { ...manner, language: languageOption(values) };
    if (values.version) {
      session.out(`${VERSION}\n`);
      return EXIT.done;
    }
    const [verb, ...rest] = words;
    if (values.help || verb === undefined) {
      session.out(helpText((w) => say(w, checked)));
      return values.help ? EXIT.done : EXIT.input;
    }
    if (!isVerb(verb)) {
      throw new LinkageProblem({
        code: 'usage',
        detail: `There is no verb “${verb}”. Verbs: ${VERBS.join(', ')}.`,
        detailZh: `沒有「${verb}」這個動作。可用的是：${VERBS.join('、')}。`,
      });
    }
    await RUN[verb](session, checked, rest, values);
    return EXIT.done;
  } catch (error) {
    return tell(error, session, manner);
  }
};
