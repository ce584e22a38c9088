/**
 * The banner's script, as the build writes it: one file that loads no other. The manifest does not name it, for a page
 * gets it only once there is something to show; until then its place is held by the script that watches the page.
 */
export const bannerFile = 'src/content/main.js'
