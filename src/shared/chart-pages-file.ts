/**
 * The script that pages of chart sites get first, as the build writes it: it has the others read their addresses. The
 * manifest does not name it: it is registered for the sites that are switched on.
 */
export const chartPagesFile = 'src/content/chart-pages.js'
