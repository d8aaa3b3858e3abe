export { hostEnd, type WindowEnd } from './page-transport.ts'
