/** The test's document has no top layer: shows and hides of a popover do nothing but count. */
export function stubPopovers(): { readonly shown: () => number } {
  let shown = 0
  HTMLElement.prototype.showPopover = () => void shown++
  HTMLElement.prototype.hidePopover = () => undefined
  return { shown: () => shown }
}
