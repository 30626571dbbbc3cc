import { join } from 'node:path';
import { projectRoot } from '../../host/projectRoot';
import { FIRST_FILE } from '../firstFile';
import { useWorkbench } from '../useWorkbench';
import { exploreCharts } from './charts';
import { exploreMotion } from './motion';
import { explorePanel } from './panel';
import { exploreRegions } from './regions';

/** What is explored is only looked at, so all of it shares a workbench. */
describe('Explore', () => {
  const workbench = useWorkbench(join(projectRoot, 'samples'), { settings: FIRST_FILE });

  for (const [what, part] of Object.entries({
    'as a panel': explorePanel,
    'as k-means in motion': exploreMotion,
    'as regions': exploreRegions,
    'as charts': exploreCharts,
  })) {
    describe(what, () => {
      part(workbench);
      after(() => workbench().closeEditors());
    });
  }
});
