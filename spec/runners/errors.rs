// cargo run -- spec/vectors/error-type.json: the name of an error. Needs serde_json.
use serde_json::Value;

/// The first that is there names the error; a URL may follow a colon, a namespace may end in #.
fn error_name<'a>(places: [&'a Value; 3]) -> Option<&'a str> {
    let raw = places.into_iter().find_map(Value::as_str)?;
    let (name, _) = raw.split_once(':').unwrap_or((raw, ""));
    name.rsplit('#').next()
}

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    for one in vectors {
        let name = error_name([&one["header"], &one["code"], &one["__type"]]);
        assert_eq!(name, one["name"].as_str(), "{path}: {}", one["why"]);
    }
    println!("{} vectors hold", vectors.len());
}
