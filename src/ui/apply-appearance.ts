import type { Appearance } from './appearance.ts'

/** Puts a look on a page's root (or the banner's): language, theme and market colours; see tokens.css. */
export function applyAppearance({ lang, theme, direction }: Appearance, root: HTMLElement): void {
  root.lang = lang
  root.dataset['market'] = direction
  // Without the attribute the browser's own colour scheme decides.
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}
