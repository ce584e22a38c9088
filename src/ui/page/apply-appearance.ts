import type { Appearance } from './appearance.ts'

/** Sets language, theme and market colours on the root of a page or of the banner; see tokens.css. */
export function applyAppearance({ lang, theme, direction }: Appearance, root: HTMLElement): void {
  root.lang = lang
  root.dataset['market'] = direction
  // Without the attribute the browser's colour scheme decides.
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}
