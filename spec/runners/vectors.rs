// cargo run -- spec/vectors/*-id.json
// Needs serde_json, which refuses halves of surrogate pairs: *.surrogates.json is left out.
use serde_json::Value;
const CONSTRAINTS: [&str; 3] = ["pattern", "minLength", "maxLength"];

fn has_only(text: &str, others: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c))
}

fn broken(kind: &str, id: &str) -> [bool; 3] {
    let length = id.chars().count(); // len() counts bytes
    let (before, after) = id.rsplit_once('_').unwrap_or_default();
    let (matches, longest) = match kind {
        "ClientId" => (has_only(id, "_+"), 128),
        _ => (has_only(before, "_-") && has_only(after, ""), 55),
    };
    [!matches, length < 1, length > longest]
}

fn main() {
    let mut count = 0;
    for name in std::env::args().skip(1) {
        let file: Value = serde_json::from_str(&std::fs::read_to_string(&name).unwrap()).unwrap();
        for vector in file["vectors"].as_array().unwrap() {
            let broken = broken(file["kind"].as_str().unwrap(), vector["id"].as_str().unwrap());
            for (constraint, is_broken) in CONSTRAINTS.into_iter().zip(broken) {
                let violations = vector["violations"].as_array().unwrap();
                let expected = violations.contains(&constraint.into());
                assert_eq!(is_broken, expected, "{name}: {}", vector["why"]);
            }
            count += 1;
        }
    }
    println!("{count} vectors hold");
}
