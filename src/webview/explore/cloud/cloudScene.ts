import { Camera, Geometry, Mesh, Program, Renderer, Transform, Vec3, type OGLRenderingContext } from 'ogl';
import type { Mark } from './marks';
import { DISTANCE, eyeOf, type Orbit } from './orbit';
import type { Place } from './colorPlaces';
import { isSoftwareRenderer } from './rendererKind';
import { DISK_VERTEX, LINE_FRAGMENT, LINE_VERTEX, MARK_FRAGMENT, POINT_FRAGMENT } from './shaders';

export type Rgb = [r: number, g: number, b: number];

/** 0–1 each. */
export interface CloudInks {
  paper: Rgb;
  foreground: Rgb;
  faint: Rgb;
}

export interface Disks {
  /** 3 · n numbers. */
  places: Float32Array;
  /** 4 · n bytes; alpha does not count. */
  rgba: Uint8Array;
  /** n numbers, CSS pixels at the distance of the origin. */
  diameters: Float32Array;
}

const SHADERS = {
  point: { vertex: DISK_VERTEX, fragment: POINT_FRAGMENT },
  mark: { vertex: DISK_VERTEX, fragment: MARK_FRAGMENT },
  line: { vertex: LINE_VERTEX, fragment: LINE_FRAGMENT },
};

type LayerName = 'edges' | 'axes' | 'points' | 'trails' | 'starts' | 'marks' | 'highlight';

interface Layer {
  /** Of the palette and over the picture's colors, whatever stands nearer to the eye. */
  isAbove?: boolean;
  shape: keyof typeof SHADERS;
  isFaint?: boolean;
  /** `written`: hides what is behind it; `tested`: hides nothing; `ignored`: is in front of everything. */
  depth: 'written' | 'tested' | 'ignored';
}

/** In the order of drawing. */
const LAYERS: Record<LayerName, Layer> = {
  edges: { shape: 'line', isFaint: true, depth: 'written' },
  axes: { shape: 'line', depth: 'written' },
  points: { shape: 'point', depth: 'written' },
  trails: { isAbove: true, shape: 'line', depth: 'tested' },
  starts: { isAbove: true, shape: 'mark', depth: 'tested' },
  marks: { isAbove: true, shape: 'mark', depth: 'written' },
  highlight: { isAbove: true, shape: 'mark', depth: 'ignored' },
};
const LAYER_NAMES = Object.keys(LAYERS);

const FIELD_OF_VIEW = 32;
/** Of a mark's ring, CSS pixels. */
const RING = 1;
const HIGHLIGHTED_RING = 3;
/** What a highlighted mark is larger by. */
const HIGHLIGHT_GROWTH = 1.5;

/**
 * The cloud in WebGL. Two layers: the colors of the picture with axes; over them, so that nothing hides them, the
 * palette and the ways of its centroids. Draws only when told to.
 */
export class CloudScene {
  private readonly renderer: Renderer;
  private readonly gl: OGLRenderingContext;
  private readonly camera: Camera;
  private readonly below = new Transform();
  private readonly above = new Transform();
  private readonly meshes = new Map<LayerName, Mesh>();
  private readonly ink = { value: [0, 0, 0] as Rgb };
  private readonly faint = { value: [0, 0, 0] as Rgb };
  private readonly paper = { value: [0, 0, 0] as Rgb };
  private readonly pixel = { value: 1 };
  private readonly distance = { value: DISTANCE };
  private marks: Disks | undefined;

  /** Throws when the canvas gives no WebGL context. */
  constructor(canvas: HTMLCanvasElement) {
    const context = { alpha: false, depth: true, antialias: !isSoftwareRenderer() };
    if (!canvas.getContext('webgl2', context) && !canvas.getContext('webgl', context)) {
      throw new Error('This page has no WebGL.');
    }
    this.renderer = new Renderer({ canvas, ...context });
    this.gl = this.renderer.gl;
    this.camera = new Camera(this.gl, { fov: FIELD_OF_VIEW, near: 0.05, far: 20 });
  }

  setPoints(points: Disks): void {
    this.put('points', this.disks(points, 0));
  }

  /** Pairs of places, 6 numbers a line. */
  setLines(name: 'axes' | 'edges' | 'trails', lines: Float32Array): void {
    const geometry = new Geometry(this.gl, { position: { size: 3, data: lines } });
    this.put(name, geometry);
  }

  /** Where centroids have started. */
  setStarts(starts: Disks): void {
    this.put('starts', this.disks(starts, RING));
  }

  /** `highlighted` stands in front of the others, larger. */
  setMarks(marks: Disks, highlighted: number | undefined): void {
    this.marks = marks;
    this.put('marks', this.disks(marks, RING));
    const [from, to] = highlighted === undefined ? [0, 0] : [highlighted, highlighted + 1];
    const emphasized = {
      places: marks.places.slice(3 * from, 3 * to),
      rgba: marks.rgba.slice(4 * from, 4 * to),
      diameters: marks.diameters.slice(from, to).map((diameter) => HIGHLIGHT_GROWTH * diameter),
    };
    this.put('highlight', this.disks(emphasized, HIGHLIGHTED_RING));
  }

  setInks({ paper, foreground, faint }: CloudInks): void {
    this.ink.value = foreground;
    this.faint.value = faint;
    this.paper.value = paper;
    this.gl.clearColor(...paper, 1);
  }

  render(orbit: Orbit, size: { width: number; height: number }): void {
    const { renderer, camera, gl } = this;
    const dpr = devicePixelRatio;
    if (renderer.width !== size.width || renderer.height !== size.height || renderer.dpr !== dpr) {
      renderer.dpr = dpr;
      renderer.setSize(size.width, size.height);
    }
    const [x, y, z] = eyeOf(orbit);
    camera.perspective({ aspect: size.width / size.height });
    camera.position.set(x, y, z);
    camera.lookAt([0, 0, 0]);
    this.pixel.value = dpr;
    renderer.render({ scene: this.below, camera, clear: true });
    renderer.setDepthMask(true);
    gl.clear(gl.DEPTH_BUFFER_BIT);
    renderer.render({ scene: this.above, camera, clear: false });
  }

  /** On the screen, in CSS pixels from the top left corner of the canvas, as of the last rendering. */
  project([x, y, z]: Place): { x: number; y: number; depth: number } {
    const matrix = this.camera.projectionViewMatrix;
    const place = new Vec3(x, y, z).applyMatrix4(matrix);
    const { width, height } = this.renderer;
    const depth = matrix[3]! * x + matrix[7]! * y + matrix[11]! * z + matrix[15]!;
    return { x: (0.5 + place.x / 2) * width, y: (0.5 - place.y / 2) * height, depth };
  }

  /** The palette as it was last drawn. */
  marksOnScreen(): Mark[] {
    const { places = [], diameters = [] } = this.marks ?? {};
    return Array.from(diameters, (diameter, i) => {
      const place = this.project([places[3 * i]!, places[3 * i + 1]!, places[3 * i + 2]!]);
      return { ...place, diameter: (diameter * DISTANCE) / place.depth };
    });
  }

  /** Gives the context back: a page may have only a few. */
  dispose(): void {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  private disks({ places, rgba, diameters }: Disks, ring: number): Geometry {
    const { gl } = this;
    return new Geometry(gl, {
      position: { size: 3, data: places },
      color: {
        size: 3,
        data: rgba,
        stride: 4,
        type: gl.UNSIGNED_BYTE,
        normalized: true,
        count: diameters.length,
      },
      diameter: { size: 1, data: diameters },
      ring: { size: 1, data: new Float32Array(diameters.length).fill(ring) },
    });
  }

  /** Takes the place of the layer's present content. */
  private put(name: LayerName, geometry: Geometry): void {
    const before = this.meshes.get(name);
    if (before) {
      before.geometry.remove();
      before.geometry = geometry;
      return;
    }
    const { gl } = this;
    const { isAbove, shape, isFaint, depth } = LAYERS[name];
    const program = new Program(gl, {
      ...SHADERS[shape],
      uniforms: {
        ink: isFaint ? this.faint : this.ink,
        paper: this.paper,
        pixel: this.pixel,
        distance: this.distance,
      },
      transparent: shape === 'mark',
      depthTest: depth !== 'ignored',
      depthWrite: depth === 'written',
    });
    const mode = shape === 'line' ? gl.LINES : gl.POINTS;
    const renderOrder = LAYER_NAMES.indexOf(name);
    const mesh = new Mesh(gl, { geometry, program, mode, renderOrder, frustumCulled: false });
    mesh.setParent(isAbove ? this.above : this.below);
    this.meshes.set(name, mesh);
  }
}
