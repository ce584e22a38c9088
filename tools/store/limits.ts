/**
 * Longest texts that the forms of the stores take, in characters.
 *
 * Chrome Web Store: manifest name 75, summary (the manifest's description) 132, description 16,000, single purpose and
 * each justification 1,000. https://developer.chrome.com/docs/webstore/cws-dashboard-listing,
 * https://developer.chrome.com/docs/extensions/reference/manifest/description
 *
 * Edge Add-ons: name 45, description 250 to 10,000; seven search terms of 30 characters, 21 words in all.
 * https://learn.microsoft.com/microsoft-edge/extensions/publish/publish-extension,
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/name
 *
 * Firefox Add-ons: name 50, summary 250. https://extensionworkshop.com/documentation/develop/create-an-appealing-listing/
 */
export const limits = {
  name: 45,
  summary: 132,
  purpose: 1000,
  justification: 1000,
  description: { least: 250, most: 10_000 },
  terms: { most: 7, characters: 30, words: 21 },
} as const
