/** The page's entry: defines `<tessera-app>`, which starts when the host's HTML holds one. */
import './localizePage';
import './app';
