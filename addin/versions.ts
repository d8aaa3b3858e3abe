/** Versions as the pane shows them. A test holds them equal to package.json, manifest.xml and the template. */
export const addinVersion = '0.1.0'
/** Also that of the custom functions' metadata: Excel reads both anew only when the manifest's version is raised. */
export const manifestVersion = '1.0.0.0'
