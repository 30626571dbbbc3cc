/** User settings a workbench starts with. */

export const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  hc: 'Default High Contrast',
} as const;
export type Theme = keyof typeof THEMES;

export type WorkbenchSettings = Readonly<Record<string, unknown>>;

/** Nothing asks, greets, suggests or phones home: only the folder and the extension are there. */
export const QUIET_SETTINGS: WorkbenchSettings = {
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

export function settingsForTheme(theme: Theme): WorkbenchSettings {
  return { 'workbench.colorTheme': THEMES[theme], 'window.autoDetectHighContrast': false };
}
