/** Parts of the browser that the background waits for. One that does not answer is off, which the popup says. */
export const browserParts = ['database', 'permissions', 'pages', 'notifications'] as const

export type BrowserPart = (typeof browserParts)[number]
