/** The shaders of the cloud (GLSL ES 1.0, which WebGL 1 and 2 both take). */

/** Disks that face the eye, as wide as said at the distance of the origin. */
export const DISK_VERTEX = `
  attribute vec3 position;
  attribute vec3 color;
  attribute float diameter;
  attribute float ring;
  uniform mat4 modelViewMatrix;
  uniform mat4 projectionMatrix;
  uniform float pixel;
  uniform float distance;
  varying vec3 vColor;
  varying float vRing;
  varying float vDiameter;
  void main() {
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
    vDiameter = diameter * pixel * clamp(distance / gl_Position.w, 0.5, 2.5);
    gl_PointSize = vDiameter;
    vColor = color;
    vRing = ring * pixel;
  }
`;

/** A small point: no blending, so that 30,000 of them need no order. */
export const POINT_FRAGMENT = `
  precision mediump float;
  varying vec3 vColor;
  varying float vDiameter;
  void main() {
    vec2 from = gl_PointCoord - 0.5;
    if (vDiameter > 2.5 && dot(from, from) > 0.25) discard;
    gl_FragColor = vec4(vColor, 1.0);
  }
`;

/** A disk with a ring around it, which sets it off from points of its own color. */
export const MARK_FRAGMENT = `
  precision mediump float;
  uniform vec3 ink;
  uniform vec3 paper;
  varying vec3 vColor;
  varying float vRing;
  varying float vDiameter;
  void main() {
    float inside = vDiameter * (0.5 - length(gl_PointCoord - 0.5));
    if (inside < 0.0) discard;
    // From outside in: the ring, a gap in the color of the background, the color itself.
    vec3 color = mix(ink, paper, clamp(inside - vRing, 0.0, 1.0));
    color = mix(color, vColor, clamp(inside - vRing - max(1.0, 0.5 * vRing), 0.0, 1.0));
    gl_FragColor = vec4(color, clamp(inside, 0.0, 1.0));
  }
`;

export const LINE_VERTEX = `
  attribute vec3 position;
  uniform mat4 modelViewMatrix;
  uniform mat4 projectionMatrix;
  void main() {
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`;

export const LINE_FRAGMENT = `
  precision mediump float;
  uniform vec3 ink;
  void main() {
    gl_FragColor = vec4(ink, 1.0);
  }
`;
