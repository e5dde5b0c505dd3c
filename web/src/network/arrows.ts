// Lines between actors as arrows with the dashes of their kind, parallel ones side by side. What is pointed at is found by reckoning (Drawing.lineAt), which is
// cheaper than drawing all lines twice.
import { EdgeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const VERTEX = `
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec2 a_radius;
attribute vec2 a_dash;
attribute float a_width;
attribute float a_lane;
attribute vec3 a_corner; // along, across, and whether it belongs to the head
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_place;
varying vec2 v_ends;
varying vec2 v_dash;
varying float v_width;
const float bias = 255.0 / 254.0;
void main() {
  float pixel = 2.0 * u_correctionRatio;
  vec2 way = a_end - a_start;
  float length_ = max(length(way), 1e-9);
  way /= length_;
  float width = max(a_width / u_sizeRatio, 0.7);
  float head = max(width * 3.2, 6.0), half_ = max(width * 1.7, 3.0);
  float pixels = length_ / pixel, tip = pixels - a_radius.y / u_sizeRatio - 1.0;
  float along, across;
  if (a_corner.z > 0.5) {
    along = tip + (a_corner.x > 0.5 ? 1.0 : -head);
    across = a_corner.y * (half_ + 1.0);
  } else {
    along = a_corner.x > 0.5 ? tip - head : a_radius.x / u_sizeRatio;
    across = a_corner.y * (width * 0.5 + 0.75);
  }
  vec2 normal = vec2(-way.y, way.x);
  vec2 position = a_start + way * along * pixel + normal * (a_lane / u_sizeRatio + across) * pixel;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  v_place = vec2(along, across);
  v_ends = vec2(a_radius.x / u_sizeRatio, tip);
  v_dash = a_dash * width;
  v_width = width;
  v_color = a_color;
  v_color.a *= bias;
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec2 v_place;
varying vec2 v_ends;
varying vec2 v_dash;
varying float v_width;
void main(void) {
  float x = v_place.x, y = abs(v_place.y);
  float head = max(v_width * 3.2, 6.0), half_ = max(v_width * 1.7, 3.0);
  if (v_ends.x > v_ends.y) discard;
  float d;
  if (x > v_ends.y - head) d = y - (v_ends.y - x) / head * half_;
  else {
    d = y - v_width * 0.5;
    if (v_dash.x > 0.0 && mod(x - v_ends.x, v_dash.x + v_dash.y) > v_dash.x) discard;
  }
  float inside = 1.0 - smoothstep(-0.5, 0.5, d);
  if (inside <= 0.0) discard;
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_color.a * inside;
}`;

export interface Arrow extends EdgeDisplayData {
  lane: number;
  dash: [number, number];
}

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_matrix", "u_sizeRatio", "u_correctionRatio"] as const;
type Info = Parameters<EdgeProgram["setUniforms"]>[1];

export class ArrowProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return {
      VERTICES: 9,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_start", size: 2, type: FLOAT },
        { name: "a_end", size: 2, type: FLOAT },
        { name: "a_radius", size: 2, type: FLOAT },
        { name: "a_dash", size: 2, type: FLOAT },
        { name: "a_width", size: 1, type: FLOAT },
        { name: "a_lane", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 3, type: FLOAT }],
      CONSTANT_DATA: [[0, 1, 0], [0, -1, 0], [1, 1, 0], [1, 1, 0], [0, -1, 0], [1, -1, 0], [0, 1, 1], [0, -1, 1], [1, 0, 1]],
    };
  }

  override processVisibleItem(_index: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
    const arrow = data as Arrow, array = this.array;
    array[start++] = source.x;
    array[start++] = source.y;
    array[start++] = target.x;
    array[start++] = target.y;
    array[start++] = source.size;
    array[start++] = target.size;
    array[start++] = arrow.dash[0];
    array[start++] = arrow.dash[1];
    array[start++] = arrow.size;
    array[start++] = arrow.lane;
    array[start++] = floatColor(arrow.color);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: Info): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"]!, false, params.matrix);
    gl.uniform1f(uniformLocations["u_sizeRatio"]!, params.sizeRatio);
    gl.uniform1f(uniformLocations["u_correctionRatio"]!, params.correctionRatio);
  }
}
