// Marks of actors: one shape for each group of kinds, with a rim, drawn as distances in a fragment shader.
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  v_offset = 1.4 * size * vec2(cos(a_angle), sin(a_angle));
  v_radius = size / 2.0;
  v_shape = a_shape;
  gl_Position = vec4((u_matrix * vec3(a_position + v_offset, 1)).xy, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_rim = a_rim;
  v_color.a *= bias;
  v_rim.a *= bias;
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
void main(void) {
  float thick = v_shape > 9.5 ? 2.4 : 1.0;
  float shape = v_shape > 9.5 ? v_shape - 10.0 : v_shape;
  vec2 p = abs(v_offset);
  float d;
  if (shape < 0.5) d = max(p.x, p.y) - v_radius * 0.88;
  else if (shape < 1.5) d = length(p) - v_radius;
  else if (shape < 2.5) d = max(p.x * 0.866 + p.y * 0.5, p.y) - v_radius * 0.92;
  else if (shape < 3.5) d = (p.x + p.y - v_radius * 1.2) * 0.7071;
  else d = length(p) - v_radius;
  float pixel = u_correctionRatio * 2.0;
  #ifdef PICKING_MODE
  if (d > pixel) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-pixel * 0.5, pixel * 0.5, d);
  float rim = smoothstep(-pixel * (thick + 0.5), -pixel * (thick - 0.5), d) * min(1.0, v_radius / pixel / 3.0);
  gl_FragColor = vec4(mix(v_color.rgb, v_rim.rgb, rim), 1.0) * inside;
  #endif
}`;

export interface Mark extends NodeDisplayData {
  shape: number; // 10 more for a thick rim
  rim: string;
}

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;
type Info = Parameters<NodeProgram["setUniforms"]>[1];

export class MarkProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_rim", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(index: number, start: number, data: NodeDisplayData): void {
    const mark = data as Mark, array = this.array;
    array[start++] = mark.x;
    array[start++] = mark.y;
    array[start++] = mark.size;
    array[start++] = mark.shape;
    array[start++] = floatColor(mark.color);
    array[start++] = floatColor(mark.rim);
    array[start++] = index;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: Info): void {
    gl.uniform1f(uniformLocations["u_correctionRatio"]!, params.correctionRatio);
    gl.uniform1f(uniformLocations["u_sizeRatio"]!, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations["u_matrix"]!, false, params.matrix);
  }
}
