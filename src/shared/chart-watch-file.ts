/**
 * The script that watches pages of chart sites, as the build writes it: one file that loads no other. The manifest does
 * not name it: it is registered for the sites that are switched on.
 */
export const chartWatchFile = 'src/content/watch-chart.js'
