// The table of demo accounts that `npm start` prints, from the file the seed leaves in the data folder.

export interface DemoAccounts {
  /** False where real work begins: the first administrators, not a demo. */
  readonly demo?: boolean;
  /** Of all accounts of a demo; where real work begins each has its own. */
  readonly password?: string;
  readonly accounts: readonly {
    readonly username: string;
    readonly name: string;
    readonly role: string;
    readonly unit: string;
    readonly county: string;
    readonly password?: string;
  }[];
}

/** Cells a text takes on a terminal: Han characters and full-width forms take two. */
export function terminalWidth(text: string): number {
  return [...text].reduce(
    (width, character) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(character)
        ? 2
        : 1),
    0,
  );
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - terminalWidth(text)));

/** One line an account, columns aligned on a terminal, the shared password at the end. */
export function demoAccounts(demo: DemoAccounts): string {
  const widest = (column: 'username' | 'name' | 'role') => Math.max(...demo.accounts.map((account) => terminalWidth(account[column]))) + 2;
  const widths = { username: widest('username'), name: widest('name'), role: widest('role') };
  const lines = demo.accounts.map(
    (account) =>
      `  ${pad(account.username, widths.username)}${pad(account.role, widths.role)}${pad(account.name, widths.name)}${account.unit}${account.password ? `  密碼 password: ${account.password}` : ''}`,
  );
  const head =
    demo.demo === false
      ? '最初的管理帳號 First administrators\n第一次登入時會要求改成自己的密碼；之後請刪除資料夾中的 demo-accounts.json。 An own password is asked for at the first sign-in; then delete demo-accounts.json in the data folder.\n接著到「管理」建立帳號、單位與派案路徑。 Then make accounts, units and routes under “Admin”.'
      : `示範帳號 Demo accounts (密碼 password: ${demo.password})`;
  return `\n${head}\n${lines.join('\n')}\n`;
}
