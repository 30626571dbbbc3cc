/** The page's language, which the host has put into its HTML. Imported first: what follows may have something to say. */
import { applyLocalization, type Localization } from '../shared/localization';

const { textContent } = document.querySelector('#localization')!;
applyLocalization(JSON.parse(textContent) as Localization); // written by our own page shell
