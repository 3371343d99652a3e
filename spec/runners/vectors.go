// go run vectors.go spec/vectors/*-id*.json
package main

import (
	"encoding/json"
	"log"
	"os"
	"regexp"
	"slices"
)

// In Go \w is ASCII, and $ is the end of the text.
var patterns = map[any]string{"ClientId": `^[\w+]+$`, "UserPoolId": `^[\w-]+_[0-9a-zA-Z]+$`}
var longest = map[any]int{"ClientId": 128, "UserPoolId": 55}

func main() {
	count := 0
	for _, name := range os.Args[1:] {
		var file map[string]any
		text, _ := os.ReadFile(name)
		json.Unmarshal(text, &file)
		for _, one := range file["vectors"].([]any) {
			vector, kind := one.(map[string]any), file["kind"]
			id := vector["id"].(string)
			matches, length := regexp.MustCompile(patterns[kind]).MatchString(id), len([]rune(id)) // len(id) counts bytes
			for constraint, broken := range map[string]bool{"pattern": !matches, "minLength": length < 1, "maxLength": length > longest[kind]} {
				if broken != slices.Contains(vector["violations"].([]any), any(constraint)) {
					log.Fatalf("%s: %s", name, vector["why"])
				}
			}
			count++
		}
	}
	log.Println(count, "vectors hold")
}
