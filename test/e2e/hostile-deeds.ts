// What a hostile page does to the banner, as source text that runs in the page.

/** The banner's element: last in the page, or in what makes the rest of the page inert. */
const host = `[...document.querySelectorAll(':is(html, :modal) > div')].at(-1)`

const style = (css: string) =>
  `document.head.append(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)} }))`
const onRoot = (css: string) => `document.documentElement.style.cssText = ${JSON.stringify(css)}`
const overAll =
  'position: fixed; inset: 0; width: 100vw; height: 100vh; max-width: none; max-height: none; background: #fff; border: 0; margin: 0;'
/** Shows an element of the page over everything, in the top layer. */
const inTopLayer = (show: string, css = '', parent = 'document.body') => `(() => {
  const cover = Object.assign(document.createElement('dialog'), { className: 'deed', popover: 'manual' })
  ${show === 'showModal' ? `cover.removeAttribute('popover')` : ''}
  cover.style.cssText = ${JSON.stringify(overAll + css)}
  ${parent}.append(cover)
  cover.${show}()
  window.cover = cover
})()`
const everyHiding =
  'display:none!important;opacity:0!important;visibility:hidden!important;content-visibility:hidden!important;' +
  'clip-path:inset(100%)!important;transform:scale(0)!important;filter:opacity(0)!important;translate:-9999px!important;' +
  'scale:0!important;zoom:0.01!important;mask:linear-gradient(transparent,transparent)!important'

export type Deed = readonly [name: string, deed: string]

/** Changes nothing of what is seen. */
export const withstood: readonly Deed[] = [
  ['visibility: hidden on the root', onRoot('visibility: hidden !important')],
  ['opacity: .01 on the root', onRoot('opacity: .01 !important')],
  ['translation of the root out of the window', onRoot('transform: translateX(-9999px) !important')],
  ['scale(.01) on the root', onRoot('transform: scale(.01) !important')],
  ['clip-path on the root', onRoot('clip-path: inset(50%) !important')],
  [
    'containment and no height of the root',
    onRoot('contain: strict !important; height: 0 !important; overflow: clip !important'),
  ],
  ['mask on the root', onRoot('mask: linear-gradient(transparent, transparent) !important')],
  ['blending of the root', onRoot('mix-blend-mode: difference !important')],
  ['every hiding property on all children of the root', style(`html > div, :not(x) > div {${everyHiding}}`)],
  [
    'a CSS animation of the element',
    style(
      '@keyframes gone { from, to { opacity: 0; visibility: hidden; transform: scale(0) } } html > div { animation: gone 1s infinite !important }',
    ),
  ],
  [
    'element.animate on the element',
    `${host}.animate([{ opacity: 0, visibility: 'hidden' }, { opacity: 0, visibility: 'hidden' }], { duration: 1e9, fill: 'both' })`,
  ],
  [
    'a view transition name',
    style(
      'html > div { view-transition-name: x !important } ::view-transition-old(x), ::view-transition-new(x) { display: none }',
    ),
  ],
  ['hidden and popover attributes', `Object.assign(${host}, { hidden: true, popover: 'manual' })`],
  [
    'inherited text styles and our custom properties',
    style(
      'html, html > div { --surface: transparent !important; --text: transparent !important; --danger-fill: transparent !important; color: transparent !important; -webkit-text-fill-color: transparent !important; font-size: 0 !important; line-height: 0 !important; letter-spacing: -99px !important }',
    ),
  ],
  ['::backdrop styles', style('::backdrop { background: #fff !important; position: fixed; inset: 0 }')],
  [
    'fonts of our names',
    style(
      ['Segoe UI', 'Roboto', 'Noto Sans', 'system-ui', 'sans-serif']
        .map(
          (name) =>
            `@font-face { font-family: "${name}"; src: local("DejaVu Sans"), local("Noto Sans"); size-adjust: 1% }`,
        )
        .join(' '),
    ),
  ],
  ['an inert root (read only)', `document.documentElement.inert = true`],
  [
    'an order form whose fields are named like methods, and images like globals',
    `(() => {
      document.documentElement.inert = false
      const add = (...children) => Element.prototype.append.call(form, ...children)
      const form = Object.assign(document.createElement('form'), { className: 'orderform deed' })
      for (const name of ['parentElement', 'parentNode', 'closest', 'matches', 'getBoundingClientRect', 'querySelectorAll', 'append', 'contains', 'isConnected', 'getRootNode', 'children'])
        add(Object.assign(document.createElement('input'), { name, id: name }))
      add(Object.assign(document.createElement('button'), { textContent: 'Buy' }))
      document.body.append(form)
      for (const name of ['body', 'documentElement', 'querySelector', 'querySelectorAll', 'createElement', 'createElementNS', 'createTextNode', 'elementFromPoint', 'createRange', 'createTreeWalker', 'head', 'navigation', 'banner', 'chrome', 'performance', 'matchMedia', 'innerWidth'])
        add(...['img', 'form'].map((kind) => Object.assign(Document.prototype.createElement.call(document, kind), { name, id: name })))
    })()`,
  ],
  [
    'patched built-ins',
    // Not those by which the test itself looks at the page.
    `(() => {
      for (const name of ['closest', 'matches', 'append']) Element.prototype[name] = () => { throw new Error('patched') }
      for (const name of ['elementFromPoint', 'createElementNS']) Document.prototype[name] = () => { throw new Error('patched') }
      window.IntersectionObserver = window.MutationObserver = undefined
      Object.defineProperty(Document.prototype, 'hidden', { get: () => true })
    })()`,
  ],
]

/** Hides it for a moment; each is undone before the next. */
export const mended: readonly Deed[] = [
  ['removal', `${host}.remove()`],
  [
    'a move into a hidden part of the page',
    `(() => { const p = Object.assign(document.createElement('p'), { hidden: true, className: 'deed' }); document.body.append(p); p.append(${host}) })()`,
  ],
  [
    'a move into the document of a frame',
    `(() => { const f = Object.assign(document.createElement('iframe'), { className: 'deed', width: 9, height: 9 }); document.body.append(f); f.contentDocument.body.append(${host}) })()`,
  ],
  ['inert on the element', `${host}.inert = true`],
  [
    'a frame of the highest order over everything',
    `document.documentElement.append(Object.assign(document.createElement('iframe'), { className: 'deed', style: 'width: 200px; height: 100vh; position: fixed; inset: 0; z-index: 2147483647; background: #fff' }))`,
  ],
  ['a modal dialog opened later', inTopLayer('showModal')],
  [
    'a modal dialog that hides its children',
    `(${style('dialog > * { display: none !important; opacity: 0 !important }')}, ${inTopLayer('showModal', 'opacity: .01;')})`,
  ],
  ['a popover opened later', inTopLayer('showPopover')],
  ['a popover that lets the pointer through', inTopLayer('showPopover', 'pointer-events: none;')],
  [
    'deletion by an editing command',
    `(() => { document.designMode = 'on'; document.execCommand('selectAll'); document.execCommand('delete'); document.designMode = 'off' })()`,
  ],
]

/** What it does last: the page is another after that. */
export const replaced: readonly Deed[] = [
  ['another root element', `document.replaceChild(document.createElement('html'), document.documentElement)`],
  ['document.open and document.write', `(document.open(), document.write('<p>new'), document.close())`],
]

/** Only Chromium tells that something lies above and lets the pointer through, where no event is heard. */
export const mendedInChromium: readonly Deed[] = [
  [
    'a popover in a shadow tree that lets the pointer through',
    `(() => {
    const outer = Object.assign(document.createElement('section'), { className: 'deed' })
    document.body.append(outer)
    const tree = outer.attachShadow({ mode: 'open' });
    ${inTopLayer('showPopover', 'pointer-events: none;', 'tree')}
  })()`,
  ],
]

/** Hides it for good. */
export const told: readonly Deed[] = [
  ['display: none on the root', onRoot('display: none !important')],
  ['content-visibility: hidden on the root', onRoot('content-visibility: hidden !important')],
  ['zoom: .02 on the root', onRoot('zoom: .02 !important')],
  [
    'a popover shown again ten times a second',
    `(${inTopLayer('showPopover')}, setInterval(() => { cover.hidePopover(); cover.showPopover() }, 100), 0)`,
  ],
]

/** A filter of the root reaches the top layer in Firefox alone. */
export const filteredRoot: Deed = ['filter: opacity(0) on the root', onRoot('filter: opacity(0) !important')]

/** Takes back what can be. */
export const undo = `(() => {
  Reflect.get(Document.prototype, 'documentElement', document).removeAttribute('style')
  window.cover?.close?.()
  Document.prototype.querySelectorAll.call(document, '.deed').forEach((each) => each.remove())
})()`

/** Events that a page makes of its own, at every place it can reach: none may answer for the trader. */
export const syntheticEvents = `(() => {
  const init = { bubbles: true, composed: true, cancelable: true, clientX: 9, clientY: 200, pointerId: 1 }
  const make = (kind, type, more) => {
    const event = new kind(type, { ...init, ...more })
    try { Object.defineProperty(event, 'isTrusted', { value: true }) } catch {}
    return event
  }
  try { Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true }) } catch {}
  for (const target of [${host}, document.body, document.documentElement, document, window]) {
    for (const type of ['pointerdown', 'pointerup', 'click']) target.dispatchEvent(make(PointerEvent, type))
    for (const key of ['Escape', 'Enter', 'Tab', ' ', 'ArrowRight'])
      for (const type of ['keydown', 'keyup']) target.dispatchEvent(make(KeyboardEvent, type, { key }))
  }
  ${host}.click()
})()`
