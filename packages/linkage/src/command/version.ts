// Which version is this? Written once here and held against package.json by a test.

export const VERSION = '0.1.0';
