/**
 * Acts when the page has been drawn: its boxes are known then, while between two frames asking for one has the whole
 * page laid out for us. In a tab behind another, where no frames come, at once.
 */
export function afterFrame(act: () => void): void {
  if (document.hidden) act()
  else requestAnimationFrame(() => setTimeout(act))
}
