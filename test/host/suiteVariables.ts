/** What a program that runs a suite prepares for it goes by environment variables, named here. */
export const VSIX_VARIABLE = 'TESSERA_VSIX';
export const EXTENSIONS_FOLDER_VARIABLE = 'TESSERA_EXTENSIONS_FOLDER';
/** Words that choose test files by a part of their path, with spaces between. */
export const FILTERS_VARIABLE = 'TESSERA_TEST_FILTERS';

/** The value of a variable that the program running the suite sets. */
export function suiteVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: start this suite with "npm test" or its own npm script.`);
  }
  return value;
}
