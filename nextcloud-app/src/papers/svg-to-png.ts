/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Sharp on paper, small in the file. */
const scale = 2

/**
 * The same drawing in pixels, for office programs that show no SVG; undefined where the browser cannot make it.
 *
 * @param svg with its width and height
 */
export async function svgToPng(svg: string): Promise<Uint8Array | undefined> {
	try {
		const image = new Image()
		image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
		await image.decode()
		const canvas = document.createElement('canvas')
		canvas.width = image.naturalWidth * scale
		canvas.height = image.naturalHeight * scale
		const context = canvas.getContext('2d')!
		context.fillStyle = '#fff'
		context.fillRect(0, 0, canvas.width, canvas.height)
		context.drawImage(image, 0, 0, canvas.width, canvas.height)
		const blob = await new Promise<Blob | null>((resolve) => {
			canvas.toBlob(resolve, 'image/png')
		})
		return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
	} catch {
		return undefined
	}
}
