/** Node's Buffer for jimp on the web, where the bundler puts it wherever the global is used. */
export { Buffer } from 'buffer/';
