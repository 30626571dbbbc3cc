/** From where the cloud is looked at: a walk around it. */
export interface Orbit {
  /** Around the vertical axis and above the horizon, in radians. */
  yaw: number;
  pitch: number;
  /** 1 shows the whole space. */
  zoom: number;
}

export const START: Readonly<Orbit> = { yaw: 0.6, pitch: 0.35, zoom: 1 };

/** Past the poles everything would stand on its head. */
const MOST_PITCH = 1.5;
const [LEAST_ZOOM, MOST_ZOOM] = [0.5, 8];
const KEY_ANGLE = Math.PI / 18;
const KEY_ZOOM = 1.25;
/** At zoom 1, in the unit of the color spaces. */
export const DISTANCE = 3.1;

export function turned({ yaw, pitch, zoom }: Orbit, byYaw: number, byPitch: number): Orbit {
  const next = Math.min(MOST_PITCH, Math.max(-MOST_PITCH, pitch + byPitch));
  return { yaw: (yaw + byYaw) % (2 * Math.PI), pitch: next, zoom };
}

export function zoomed(orbit: Orbit, factor: number): Orbit {
  return { ...orbit, zoom: Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, orbit.zoom * factor)) };
}

/** The view after a key, or `undefined` when it is not one for this. An arrow turns the cloud the way it points. */
export function orbitAfterKey(key: string, orbit: Orbit): Orbit | undefined {
  switch (key) {
    case 'ArrowLeft':
      return turned(orbit, KEY_ANGLE, 0);
    case 'ArrowRight':
      return turned(orbit, -KEY_ANGLE, 0);
    case 'ArrowUp':
      return turned(orbit, 0, -KEY_ANGLE);
    case 'ArrowDown':
      return turned(orbit, 0, KEY_ANGLE);
    case '+':
    case '=':
      return zoomed(orbit, KEY_ZOOM);
    case '-':
    case '_':
      return zoomed(orbit, 1 / KEY_ZOOM);
    case 'Home':
      return START;
    default:
      return undefined;
  }
}

/** Where the eye is; it looks at the origin. */
export function eyeOf({ yaw, pitch, zoom }: Orbit): [x: number, y: number, z: number] {
  const distance = DISTANCE / zoom;
  return [
    distance * Math.cos(pitch) * Math.sin(yaw),
    distance * Math.sin(pitch),
    distance * Math.cos(pitch) * Math.cos(yaw),
  ];
}
