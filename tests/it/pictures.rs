//! Pictures for tests, and what is in a picture.

use image_webp::{ColorType as WebPColours, WebPDecoder, WebPEncoder};
use jpeg_encoder::{ColorType as JpegColours, Encoder as JpegEncoder};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;

/// The kinds of picture that people have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Jpeg,
    Png,
    WebP,
}

/// A picture whose colours run from corner to corner.
pub(crate) fn picture(format: Format, width: u32, height: u32) -> Vec<u8> {
    let place = |n: u32| [(n % width % 256) as u8, (n / width % 256) as u8, 90];
    let points: Vec<u8> = (0..width * height).flat_map(place).collect();
    let edge = |points: u32| u16::try_from(points).expect("a short edge");
    let mut file = Vec::new();
    match format {
        Format::Jpeg => JpegEncoder::new(&mut file, 75)
            .encode(&points, edge(width), edge(height), JpegColours::Rgb)
            .expect("a picture"),
        Format::Png => return png(png::ColorType::Rgb, png::BitDepth::Eight, width, height, &points),
        Format::WebP => {
            WebPEncoder::new(&mut file).encode(&points, width, height, WebPColours::Rgb8).expect("a picture");
        }
    }
    file
}

/// A PNG of these bytes.
pub(crate) fn png(colours: png::ColorType, depth: png::BitDepth, width: u32, height: u32, points: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colours);
    encoder.set_depth(depth);
    let mut writer = encoder.write_header().expect("a head");
    writer.write_image_data(points).expect("points");
    writer.finish().expect("a picture");
    file
}

/// A PNG, opened: its head, and its points as eight bits each.
pub(crate) fn opened(file: &[u8]) -> (png::OutputInfo, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().expect("a PNG");
    let mut points = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut points).expect("a whole PNG");
    points.truncate(info.buffer_size());
    (info, points)
}

/// The points of a JPEG, three bytes each.
pub(crate) fn jpeg_points(file: &[u8]) -> Vec<u8> {
    JpegDecoder::new(ZCursor::new(file)).decode().expect("a whole JPEG")
}

/// What kind of picture a file is, how wide and how high.
pub(crate) fn format_and_size(file: &[u8]) -> (Format, (usize, usize)) {
    if file.starts_with(b"\x89PNG") {
        let (info, _) = opened(file);
        return (Format::Png, (info.width as usize, info.height as usize));
    }
    if file.starts_with(b"RIFF") {
        let (width, height) = WebPDecoder::new(std::io::Cursor::new(file)).expect("a WebP").dimensions();
        return (Format::WebP, (width as usize, height as usize));
    }
    let mut decoder = JpegDecoder::new(ZCursor::new(file));
    decoder.decode_headers().expect("a JPEG");
    (Format::Jpeg, decoder.dimensions().expect("a size"))
}

/// A segment of a JPEG.
fn segment(kind: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).expect("a short segment").to_be_bytes();
    [&[0xff, kind], &length[..], content].concat()
}

/// A photograph as telephones take them: held as a number of Exif says, with its place, its device, a copyright and a film behind it.
pub(crate) fn photograph(width: u32, height: u32, held: u8) -> Vec<u8> {
    let orientation = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, held, 0, 0];
    let gps = [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38];
    let latitude = [0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0];
    let tiff = [&b"MM\0*\0\0\0\x08\0\x02"[..], &orientation, &gps, &[0; 4], &latitude].concat();
    let exif = segment(0xe1, &[b"Exif\0\0", &tiff[..]].concat());
    let xmp = segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-PLACE</x:xmpmeta>");
    let iptc = segment(0xed, b"Photoshop 3.0\x008BIM SECRET-AUTHOR");
    let comment = segment(0xfe, b"SECRET-DEVICE");
    let plain = picture(Format::Jpeg, width, height);
    [&plain[..2], &exif, &xmp, &iptc, &comment, &plain[2..], b"SECRET-FILM"].concat()
}
